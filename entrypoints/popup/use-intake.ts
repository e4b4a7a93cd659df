/** Pictures given to the popup, by whatever way, and the complaints about those that could not be started. */
import { useCallback, useState } from 'react';
import { useIncomingFiles } from '@/utils/pages/use-incoming-files';
import { type Complaint, type Start, startPictures } from './start-pictures';

export function useIntake(start: Start) {
  const [complaints, setComplaints] = useState<readonly Complaint[]>([]);
  const take = useCallback(
    (files: readonly File[]) => {
      setComplaints([]);
      void startPictures(files, start).then(setComplaints);
    },
    [start],
  );
  const { isDragging } = useIncomingFiles(take);
  const dismiss = useCallback(() => setComplaints([]), []);
  return { complaints, take, dismiss, isDragging };
}
