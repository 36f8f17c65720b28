import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import X from "lucide-react/icons/x";
import { useEffect, useRef, useState } from "react";
import { activityArea } from "#app/messages/vi/activity.ts";
import { Card } from "../kit/card.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { ACTIVITY_PATHS } from "./paths.ts";
import type { RecordView } from "./views.ts";

/** Small pictures; a tap shows one large in the browser's own dialog, and without scripts on a page of its own. */
export function RecordPhotos({ photos }: Pick<RecordView, "photos">) {
  const words = useMessages(activityArea).activity.record;
  const format = useFormat();
  const [shown, setShown] = useState<number | null>(null);
  if (photos.length === 0) return null;
  return (
    <Card title={words.photos}>
      <ul className="flex flex-wrap gap-3">
        {photos.map(({ id, takenOn }, index) => (
          <li key={id} className="w-28">
            <a
              href={ACTIVITY_PATHS.photo(id)}
              aria-label={words.openPhoto(index + 1, photos.length)}
              className="block"
              onClick={(event) => {
                event.preventDefault();
                setShown(index);
              }}
            >
              <img
                src={ACTIVITY_PATHS.smallPhoto(id)}
                alt=""
                width={112}
                height={112}
                loading="lazy"
                className="size-28 rounded-lg border border-line object-cover"
              />
            </a>
            {takenOn === null ? null : (
              <p className="mt-1 text-sm text-ink-soft">{words.takenOn(format.date(takenOn))}</p>
            )}
          </li>
        ))}
      </ul>
      <LargePhoto photos={photos} shown={shown} onShow={setShown} />
    </Card>
  );
}

interface LargeProps extends Pick<RecordView, "photos"> {
  shown: number | null;
  onShow: (index: number | null) => void;
}

function LargePhoto({ photos, shown, onShow }: LargeProps) {
  const words = useMessages(activityArea).activity.record;
  const box = useRef<HTMLDialogElement>(null);
  const isOpen = shown !== null;
  useEffect(() => {
    if (isOpen && !box.current?.open) box.current?.showModal();
    if (!isOpen && box.current?.open) box.current.close();
  }, [isOpen]);
  const step = (by: number) => onShow(((shown ?? 0) + by + photos.length) % photos.length);
  const photo = photos[shown ?? 0];
  const button = "grid size-14 place-items-center rounded-full bg-night text-night-ink";
  return (
    <dialog
      ref={box}
      onClose={() => onShow(null)}
      aria-label={words.photos}
      className="m-auto max-h-[95dvh] max-w-[95vw] rounded-xl bg-night p-2 shadow-float"
      onKeyDown={(event) => {
        if (event.key === "ArrowRight") step(1);
        if (event.key === "ArrowLeft") step(-1);
      }}
    >
      {photo && isOpen ? (
        <img
          src={ACTIVITY_PATHS.photo(photo.id)}
          alt={words.openPhoto((shown ?? 0) + 1, photos.length)}
          width={photo.width}
          height={photo.height}
          className="mx-auto max-h-[76dvh] w-auto max-w-full rounded-lg object-contain"
        />
      ) : null}
      <div className="mt-2 flex justify-center gap-4">
        {photos.length > 1 ? (
          <button type="button" aria-label={words.previousPhoto} onClick={() => step(-1)} className={button}>
            <ChevronLeft size="1.5em" aria-hidden />
          </button>
        ) : null}
        <button type="button" aria-label={words.closePhoto} onClick={() => onShow(null)} className={button}>
          <X size="1.5em" aria-hidden />
        </button>
        {photos.length > 1 ? (
          <button type="button" aria-label={words.nextPhoto} onClick={() => step(1)} className={button}>
            <ChevronRight size="1.5em" aria-hidden />
          </button>
        ) : null}
      </div>
    </dialog>
  );
}
