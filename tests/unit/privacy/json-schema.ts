/** As much of JSON Schema 2020-12 as docs/export.schema.json uses; a keyword it does not know is an error, not a pass. */
interface Schema {
  readonly [keyword: string]: unknown;
}

const NOTES = new Set(['$schema', '$id', '$defs', 'title', 'description']);

/** Where `value` differs from the schema, as paths; empty when it fits. */
export function mismatches(root: Schema, value: unknown, schema: Schema = root, path = '$'): string[] {
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (NOTES.has(keyword)) return [];
    const check = CHECKS[keyword];
    if (!check) return [`${path}: unknown keyword ${keyword}`];
    return check(rule as never, value, { root, path });
  });
}

interface At {
  readonly root: Schema;
  readonly path: string;
}

const CHECKS: Readonly<Record<string, (rule: never, value: unknown, at: At) => string[]>> = {
  $ref: (rule: string, value, { root, path }) => {
    const target = rule
      .split('/')
      .slice(1)
      .reduce<unknown>((part, key) => (part as Schema)[key], root);
    return mismatches(root, value, target as Schema, path);
  },
  const: (rule: unknown, value, { path }) => (value === rule ? [] : [`${path} is not ${rule}`]),
  enum: (rule: readonly unknown[], value, { path }) => (rule.includes(value) ? [] : [`${path} is ${value}`]),
  minimum: (rule: number, value, { path }) =>
    typeof value !== 'number' || value >= rule ? [] : [`${path} is too small`],
  type: (rule: string | readonly string[], value, { path }) =>
    [rule].flat().some((name) => isType(name, value)) ? [] : [`${path} is no ${rule}`],
  required: (rule: readonly string[], value, { path }) =>
    isObject(value) ? rule.filter((key) => !(key in value)).map((key) => `${path}.${key} is missing`) : [],
  properties: (rule: Readonly<Record<string, Schema>>, value, { root, path }) =>
    isObject(value)
      ? Object.entries(rule).flatMap(([key, each]) =>
          key in value ? mismatches(root, value[key], each, `${path}.${key}`) : [],
        )
      : [],
  additionalProperties: (rule: Schema, value, { root, path }) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, each]) => mismatches(root, each, rule, `${path}.${key}`))
      : [],
  items: (rule: Schema, value, { root, path }) =>
    Array.isArray(value) ? value.flatMap((each, i) => mismatches(root, each, rule, `${path}[${i}]`)) : [],
};

function isType(name: string, value: unknown): boolean {
  if (name === 'null') return value === null;
  if (name === 'array') return Array.isArray(value);
  if (name === 'object') return isObject(value);
  if (name === 'integer') return Number.isInteger(value);
  return typeof value === name;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
