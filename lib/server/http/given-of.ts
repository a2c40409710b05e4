/** The fields of a body that were given: one that may be left out is then never there as undefined. */
type Given<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

export function givenOf<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}
