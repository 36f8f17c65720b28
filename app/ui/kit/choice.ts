export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second line, where the name alone does not say enough. */
  readonly hint?: string;
  readonly disabled?: boolean;
}
