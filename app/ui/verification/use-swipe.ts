import { type PointerEvent, useRef } from "react";

const FAR_ENOUGH_PX = 96;
/** Up to here it may still become scrolling. */
const SURE_PX = 12;

interface Swipe {
  onRight(): void;
  onLeft(): void;
}

/** A card pushed aside by a finger. Mice have the buttons, and so has everybody else. */
export function useSwipe({ onRight, onLeft }: Swipe) {
  const start = useRef<{ x: number; y: number; isSure: boolean } | null>(null);

  const settle = (card: HTMLElement) => {
    start.current = null;
    card.style.removeProperty("transform");
    delete card.dataset.swipe;
  };
  return {
    onPointerDown({ pointerType, clientX, clientY, isPrimary }: PointerEvent<HTMLElement>) {
      if (pointerType === "touch" && isPrimary) start.current = { x: clientX, y: clientY, isSure: false };
    },
    onPointerMove({ currentTarget, clientX, clientY, pointerId }: PointerEvent<HTMLElement>) {
      const from = start.current;
      if (!from) return;
      const [across, down] = [clientX - from.x, clientY - from.y];
      if (!from.isSure) {
        if (Math.abs(across) < SURE_PX) return;
        if (Math.abs(down) > Math.abs(across)) {
          start.current = null;
          return;
        }
        from.isSure = true;
        currentTarget.setPointerCapture(pointerId);
      }
      currentTarget.style.setProperty("transform", `translateX(${across}px)`);
      if (Math.abs(across) < FAR_ENOUGH_PX) delete currentTarget.dataset.swipe;
      else currentTarget.dataset.swipe = across > 0 ? "right" : "left";
    },
    onPointerUp({ currentTarget }: PointerEvent<HTMLElement>) {
      const way = currentTarget.dataset.swipe;
      settle(currentTarget);
      if (way === "right") onRight();
      if (way === "left") onLeft();
    },
    onPointerCancel({ currentTarget }: PointerEvent<HTMLElement>) {
      settle(currentTarget);
    },
  };
}
