/** The fixture is well formed, but says something the house would not accept from anybody. */
export class FixtureRefused extends Error {
  override readonly name = "FixtureRefused";
}
