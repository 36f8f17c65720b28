import type { ReactNode } from "react";
import type { Language } from "#app/messages/language.ts";

interface WholeDocumentProps {
  readonly language: Language;
  readonly title: string;
  /** Where the style is, or the style itself: a page that must stand there with its first packets brings it along. */
  readonly style: { readonly at: string } | { readonly text: string };
  /** Loaded after the page is there; without them it is the same page, standing still. */
  readonly scripts?: readonly string[];
  /** How often the script asks whether the page has changed. */
  readonly everySeconds?: number;
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

/** A page outside the house's shell: no framework runs in it, and nothing inline, so that it may be cached. */
export function WholeDocument(props: WholeDocumentProps) {
  const { language, title, style, scripts = [], everySeconds, head, children } = props;
  return (
    <html lang={language} data-every={everySeconds}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        {"at" in style ? (
          <link rel="stylesheet" href={style.at} />
        ) : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own style, written by the build
          <style dangerouslySetInnerHTML={{ __html: style.text }} />
        )}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {head}
      </head>
      <body>
        {children}
        {scripts.map((src) => (
          <script key={src} src={src} defer />
        ))}
      </body>
    </html>
  );
}
