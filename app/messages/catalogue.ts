import type { vi } from "./vi.ts";

/** What every language must say: the shape of the Vietnamese catalogue, whose sentences come first. */
export type Catalogue = typeof vi;

export type AreaName = keyof Catalogue;

/**
 * One part of the catalogue with its Vietnamese words in it. Who imports an area brings those words along, so a
 * page downloads the words of its own components and no others.
 */
export interface Area<Name extends AreaName> {
  readonly name: Name;
  readonly words: Catalogue[Name];
}

/** Gives an area in the language of the page. */
export type Say = <Name extends AreaName>(area: Area<Name>) => Catalogue[Name];
