import { useEffect, useState } from 'react';
import { dayOf } from '@/utils/calendar';
import { say } from '@/utils/i18n/say';
import { fileNameOf, MAX_PATTERN, NAME_PARTS, parsePattern } from '@/utils/studio/file-name';
import { Button } from '@/utils/ui/Button';
import { useDesk } from './desk';
import { namedBy, Setting } from './Setting';

const ENDINGS = { png: 'png', webp: 'webp', jpeg: 'jpg' } as const;

/** What saved pictures are called, with an example that follows each letter. Stored once the field is left. */
export function FileNames() {
  const { settings, set } = useDesk();
  const { filenamePattern, exportFormat } = settings;
  const [typed, setTyped] = useState(filenamePattern);
  useEffect(() => setTyped(filenamePattern), [filenamePattern]);
  const settle = (text: string) => {
    const pattern = parsePattern(text);
    setTyped(pattern);
    if (pattern !== filenamePattern) void set('filenamePattern', pattern);
  };
  const parts = {
    name: say('settings.exampleName'),
    date: dayOf(Date.now()),
    width: '1600',
    height: '1200',
    preset: '',
  };
  return (
    <Setting id="filenamePattern">
      <input
        type="text"
        className="pattern"
        dir="ltr"
        spellCheck={false}
        maxLength={MAX_PATTERN}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => settle(typed)}
        onKeyDown={({ key }) => key === 'Enter' && settle(typed)}
        {...namedBy('filenamePattern')}
      />
      <div className="actions">
        {NAME_PARTS.map((part) => (
          <Button
            key={part}
            label={say('settings.fileNamesPart', { part: `{${part}}` })}
            onPress={() => settle(`${typed}-{${part}}`)}
          >
            <bdi>{`{${part}}`}</bdi>
          </Button>
        ))}
      </div>
      <p className="soft">
        {say('settings.fileNamesExample', { example: fileNameOf(parsePattern(typed), parts, ENDINGS[exportFormat]) })}
      </p>
    </Setting>
  );
}
