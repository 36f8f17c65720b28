import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";

interface LatePart<Props> {
  /** `meanwhile` stands only where nobody brought the part before it is shown. */
  Part: ComponentType<Props & { meanwhile?: ReactNode }>;
  bring(): Promise<unknown>;
}

/**
 * A part of a page that not every visit shows: the server draws it at once, the browser asks for its script where it
 * is shown, and what the server drew stands until it has come. A page's `clientLoader` brings it along with the
 * data, so that no page stands empty for a moment.
 */
export async function latePart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
): Promise<LatePart<Props>> {
  let ready = typeof document === "undefined" ? await fetchPart() : null;
  const bring = async () => {
    ready ??= await fetchPart();
    return ready;
  };
  const Late = lazy(async () => ({ default: await bring() }));
  return {
    bring,
    Part({ meanwhile = null, ...props }) {
      // The same one as long as it is shown, or what is typed in it would be lost.
      const [Chosen] = useState<ComponentType<Props>>(
        () => ready ?? (Late as unknown as ComponentType<Props>),
      );
      return (
        <Suspense fallback={meanwhile}>
          <Chosen {...(props as unknown as Props)} />
        </Suspense>
      );
    },
  };
}
