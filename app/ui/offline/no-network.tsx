import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useEffect } from "react";
import { ErrorPage } from "../error-page.tsx";
import { POCKET_PATHS } from "./paths.ts";

/** An error that is no answer of the server, without a network: on to the book, with the kind that was chosen. */
export function NoNetwork() {
  const error = useRouteError();
  const kind = new URLSearchParams(useLocation().search).get("viec");
  const status = isRouteErrorResponse(error) ? error.status : null;
  useEffect(() => {
    if (status !== null || navigator.onLine || !navigator.serviceWorker?.controller) return;
    window.location.replace(kind ? POCKET_PATHS.logKind(kind) : POCKET_PATHS.log);
  }, [status, kind]);
  return <ErrorPage status={status} />;
}
