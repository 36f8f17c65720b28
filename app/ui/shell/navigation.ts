import type { Icon } from "../kit/icon.ts";

/** One place a person can go; a page's rights are the server's matter, this is only what is offered. */
export interface NavigationItem {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
}
