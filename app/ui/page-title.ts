import { isRouteErrorResponse, useMatches, useRouteError } from "@remix-run/react";
import type { Say } from "#app/messages/catalogue.ts";
import { errorsArea } from "#app/messages/vi/errors.ts";
import { shellArea } from "#app/messages/vi/shell.ts";
import { useSay } from "./language.tsx";

/**
 * A route's name for the window, from the catalogue: `export const handle: PageHandle = { title: ... }`. The
 * deepest route that has one is meant. `data` is what that route's loader answered.
 */
export interface PageHandle<Data = unknown> {
  readonly title: (say: Say, data: Data) => string;
}

export function usePageTitle(): string {
  const say = useSay();
  const error = useRouteError();
  const matches = useMatches();
  const { productName } = say(shellArea);
  // Outside an error boundary there is no error, which the router says as null.
  if (error !== undefined && error !== null) {
    const isMissing = isRouteErrorResponse(error) && error.status === 404;
    const errors = say(errorsArea);
    return `${isMissing ? errors.notFoundTitle : errors.brokenTitle} · ${productName}`;
  }
  const match = matches.findLast(({ handle }) => hasTitle(handle));
  const own = match && hasTitle(match.handle) ? match.handle.title(say, match.data) : productName;
  return own === productName ? own : `${own} · ${productName}`;
}

function hasTitle(handle: unknown): handle is PageHandle {
  return (
    typeof handle === "object" && handle !== null && "title" in handle && typeof handle.title === "function"
  );
}
