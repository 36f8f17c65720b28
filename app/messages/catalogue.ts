import type { vi } from "./vi.ts";

/** What every language must say: the shape of the Vietnamese catalogue, whose sentences come first. */
export type Catalogue = typeof vi;
