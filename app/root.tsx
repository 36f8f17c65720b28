import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { actingCommune, actorHere, allowAnyone } from "#app/features/accounts/allow.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readCommuneFace } from "#app/features/communes/read-commune-face.server.ts";
import { shellArea } from "#app/messages/vi/shell.ts";
import stylesheet from "./styles/app.css?url";
import { ErrorPage } from "./ui/error-page.tsx";
import { TermsProvider, useLanguage, useMessages } from "./ui/language.tsx";
import { LiveConnection } from "./ui/live/live-connection.tsx";
import { LiveStatus } from "./ui/live/live-status.tsx";
import { POCKET_PATHS } from "./ui/offline/paths.ts";
import { useBookInTouch } from "./ui/offline/use-book-in-touch.ts";
import { frameAttributes, usePageFrame } from "./ui/page-frame.tsx";
import { usePageTitle } from "./ui/page-title.ts";
import { EndedStrip } from "./ui/shell/ended-strip.tsx";
import { navigationOf, offeredPlaces } from "./ui/shell/places.ts";
import { Shell } from "./ui/shell/shell.tsx";

const FONTS = ["/fonts/be-vietnam-pro-400.woff2", "/fonts/be-vietnam-pro-700.woff2"];

export const links: LinksFunction = () => [
  ...FONTS.map(
    (href) => ({ rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href }) as const,
  ),
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/manifest.webmanifest" },
  { rel: "apple-touch-icon", href: "/icon-192.png" },
];

const NOBODY = {
  visitor: null,
  isHalfWay: false,
  places: [],
  commune: null,
  isEnded: false,
  bookOf: null,
} as const;

/** Who is here and where, for what stands around every page. It guards nothing: each page asks for itself. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit, today, signedIn } = await allowAnyone(args);
  if (signedIn === null) return NOBODY;
  const { person, isHalfWay } = signedIn;
  const visitor = { name: person.displayName };
  if (isHalfWay) return { ...NOBODY, visitor, isHalfWay };
  const communeId = actingCommune(signedIn, today);
  const stamp = { actorId: person.accountId, verb: "shell.read", requestId: visit.requestId };
  const places = offeredPlaces(actorHere(signedIn, today), today);
  return {
    visitor,
    isHalfWay,
    places,
    // Whoever logs work keeps a book on the phone.
    bookOf: places.includes("log") ? person.accountId : null,
    isEnded: communeId !== null && signedIn.endedCommunes.includes(communeId),
    commune: communeId === null ? null : await readCommuneFace(platform, { ...stamp, communes: [communeId] }),
  };
}

/** Name and rights change by acts, not by walking from page to page. */
export function shouldRevalidate({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== "GET" && defaultShouldRevalidate;
}

export function Layout({ children }: { children: ReactNode }) {
  const frame = usePageFrame();
  const title = usePageTitle();
  // The browser hides a nonce from the page, so hydration reads back an empty one.
  const script = { nonce: frame.nonce, suppressHydrationWarning: true };
  return (
    <html {...frameAttributes(frame)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration {...script} />
        <Scripts {...script} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <Frame>
      <ErrorPage status={isRouteErrorResponse(error) ? error.status : null} />
    </Frame>
  );
}

/** The shell with what the root loader knows; where even that failed, with nobody. */
function Frame({ children }: { children: ReactNode }) {
  const { visitor, isHalfWay, places, commune, isEnded, bookOf } =
    useRouteLoaderData<typeof loader>("root") ?? NOBODY;
  const messages = useMessages(shellArea);
  const language = useLanguage();
  const { pathname } = useLocation();
  useBookInTouch(bookOf);
  return (
    <TermsProvider terms={commune && language === "vi" ? commune.words : {}}>
      <LiveConnection enabled={visitor !== null && !isHalfWay}>
        <Shell
          visitor={visitor}
          navigation={navigationOf(places, messages)}
          place={commune?.name ? messages.shell.place(commune.kind, commune.name) : undefined}
          isTrial={commune?.isTrial ?? false}
          banner={
            <>
              {isEnded ? <EndedStrip /> : null}
              <LiveStatus />
            </>
          }
          offersSignIn={pathname !== PATHS.signIn && pathname !== POCKET_PATHS.book}
        >
          {children}
        </Shell>
      </LiveConnection>
    </TermsProvider>
  );
}
