/** What was worked out of the database and holds while its version holds. Nothing in it is truth; a restart begins empty. */
export interface KeptValues {
  /** The value at its version, made when nobody has made it yet; those who ask meanwhile wait for the same one. */
  read<Value>(key: string, version: string, make: () => Promise<Value>): Promise<Value>;
}
