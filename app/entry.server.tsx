import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { en } from "#app/messages/en.ts";
import type { Language } from "#app/messages/language.ts";
import { vi } from "#app/messages/vi.ts";
import { withoutZeroBytes } from "#app/platform/html/without-zero-bytes.server.ts";
import { readPreference } from "#app/ui/appearance/preference.ts";
import type { Voice } from "#app/ui/language.tsx";
import { PageFrameProvider } from "#app/ui/page-frame.tsx";
import { RejectionShelf } from "#app/ui/rejection-shelf.ts";

function voiceOf(language: Language): Voice {
  const rejections = new RejectionShelf(vi.rejections, async () => vi.rejections);
  return { translation: language === "en" ? en : null, rejections };
}

/** Deferred data that has not come by then is given up, and the page closed. */
export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { platform, visit }: AppLoadContext,
): Promise<Response> {
  const preference = readPreference(request.headers.get("Cookie"));
  const frame = { preference, nonce: visit.nonce, requestId: visit.requestId };
  // A program that reads pages gets them whole; a person sees the frame at once.
  const waitsForAll = isbot(request.headers.get("User-Agent") ?? "") || remixContext.isSpaMode;
  let finalStatus = status;

  return new Promise((resolve, reject) => {
    let isShellSent = false;
    const send = () => {
      isShellSent = true;
      const body = withoutZeroBytes();
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.append("Vary", "Cookie");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <PageFrameProvider frame={frame} voice={voiceOf(preference.language)}>
        <RemixServer
          context={remixContext}
          url={request.url}
          abortDelay={streamTimeout}
          nonce={visit.nonce}
        />
      </PageFrameProvider>,
      {
        nonce: visit.nonce,
        ...(waitsForAll ? { onAllReady: send } : { onShellReady: send }),
        onShellError: reject,
        onError(error) {
          finalStatus = 500;
          // An error before the shell goes to handleError through onShellError.
          if (isShellSent) platform.log.error({ err: error, requestId: visit.requestId }, "a page broke off");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000);
  });
}

/** Loaders, actions and rendering that threw. A request the visitor gave up is not an error. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  context.platform.log.error({ err: error, requestId: context.visit.requestId }, "a request failed");
}
