const NOWHERE = "https://nowhere.invalid";

/**
 * Where to go on after signing in, when it is a place of this house; otherwise the fallback. Backslashes and
 * control characters are refused outright, since browsers read "/\evil.example" as another host.
 */
export function safePath(wish: string | null | undefined, fallback = "/"): string {
  if (!wish?.startsWith("/") || wish.length > 500) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/^\/[/\\]|[\\\u0000-\u001f\u007f]/.test(wish)) return fallback;
  const url = URL.canParse(wish, NOWHERE) ? new URL(wish, NOWHERE) : null;
  if (url?.origin !== NOWHERE || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search;
}

/** "/dang-nhap?tiep=/tai-khoan"; the start page needs no mention. */
export function withNext(path: string, next: string): string {
  return next === "/" ? path : `${path}?${new URLSearchParams({ tiep: next })}`;
}
