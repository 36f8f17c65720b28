import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The whole page as text, without anything a browser would need to take it over. */
export function writeDocument(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
