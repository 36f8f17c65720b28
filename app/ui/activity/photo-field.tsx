import Camera from "lucide-react/icons/camera";
import X from "lucide-react/icons/x";
import { useEffect, useRef, useState } from "react";
import { MOST_PHOTOS } from "#app/domain/activity/judge-claim.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { classNames } from "../class-names.ts";
import { buttonStyle } from "../kit/button-style.ts";
import { CONTROL_STYLE, FieldError, FieldHint } from "../kit/field-frame.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { ActRow } from "./act-button.tsx";
import type { DraftAct } from "./draft.ts";
import { ACTIVITY_PATHS } from "./paths.ts";
import { sendPhoto } from "./send-photo.ts";

interface PhotoFieldProps {
  photos: readonly string[];
  error: Rejection | undefined;
  onAct: (act: DraftAct) => void;
  onAdd: (id: string) => void;
  onBusy: (isBusy: boolean) => void;
  /** Whose book on this phone takes pictures that cannot be sent; null where there is none for this record. */
  accountId: string | null;
}

interface Sending {
  readonly left: number;
  readonly percent: number;
}

/** Each picture is sent as soon as it is chosen, small; without scripts they go with the form as they are. */
export function PhotoField({ photos, error, onAct, onAdd, onBusy, accountId }: PhotoFieldProps) {
  const words = useMessages(activityArea).activity.log;
  const isLive = useIsLive();
  const [sending, setSending] = useState<Sending | null>(null);
  const [failure, setFailure] = useState<Rejection | string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const [onPhone, keepOnPhone] = usePhonePhotos(accountId, photos);
  const send = async (files: readonly File[]) => {
    const chosen = files.slice(0, MOST_PHOTOS - photos.length);
    setFailure(null);
    onBusy(true);
    for (const [index, file] of chosen.entries()) {
      const left = chosen.length - index;
      setSending({ left, percent: 0 });
      const id = makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
      const sent = navigator.onLine
        ? await sendPhoto(id, file, (percent) => setSending({ left, percent }))
        : { refusal: null };
      if ("photoId" in sent) onAdd(sent.photoId);
      else if (sent.refusal) setFailure(sent.refusal);
      else if (await keepOnPhone(id, file)) onAdd(id);
      else setFailure(words.photoFailed);
    }
    setSending(null);
    onBusy(false);
    if (input.current) input.current.value = "";
  };
  return (
    <fieldset id="field-photos" tabIndex={-1}>
      <legend className="mb-1 font-bold">{words.photos}</legend>
      <FieldHint id="field-photos" hint={words.photosHint(MOST_PHOTOS)} />
      <ul className="mb-3 flex flex-wrap gap-3 empty:hidden">
        {photos.map((id, index) => (
          <li key={id} className="relative">
            <input type="hidden" name="photo" value={id} />
            <img
              src={onPhone[id] ?? ACTIVITY_PATHS.smallPhoto(id)}
              alt={words.photo(index + 1)}
              width={96}
              height={96}
              className="size-24 rounded-lg border border-line object-cover"
            />
            <ActRow
              act={`drop-photo:${id}`}
              onAct={onAct}
              aria-label={words.dropPhoto(index + 1)}
              className="absolute -end-3 -top-3 grid size-12 place-items-center rounded-full"
            >
              <span className="grid size-8 place-items-center rounded-full bg-ink text-paper">
                <X size="1.25em" aria-hidden />
              </span>
            </ActRow>
          </li>
        ))}
      </ul>
      {sending ? (
        <div className="mb-3">
          <ProgressBar
            label={words.sendingPhotos(sending.left)}
            value={sending.percent}
            goal={100}
            unit="%"
          />
        </div>
      ) : null}
      {photos.length >= MOST_PHOTOS ? null : isLive ? (
        <label
          className={classNames(
            buttonStyle({ variant: "secondary" }),
            "cursor-pointer has-focus-visible:outline-3",
          )}
        >
          <Camera size="1.25em" aria-hidden />
          {words.takePhoto}
          <input
            ref={input}
            type="file"
            accept="image/*"
            multiple
            disabled={sending !== null}
            className="sr-only"
            onChange={(event) => void send([...(event.currentTarget.files ?? [])])}
          />
        </label>
      ) : (
        <>
          <label htmlFor="photo-files" className="mb-1 block">
            {words.choosePhotos}
          </label>
          <input
            id="photo-files"
            type="file"
            name="photoFile"
            accept="image/*"
            multiple
            className={CONTROL_STYLE}
          />
        </>
      )}
      <FieldError id="field-photos" error={failure ?? error} />
    </fieldset>
  );
}

/** Pictures that wait on the phone for a network: looked at from there, under the name they will have. */
function usePhonePhotos(accountId: string | null, photos: readonly string[]) {
  const [onPhone, setOnPhone] = useState<Readonly<Record<string, string>>>({});
  const unseen = photos.filter((id) => !(id in onPhone)).join(" ");
  useEffect(() => {
    if (accountId === null || unseen === "") return;
    void import("../offline/pocket-photo.ts")
      .then(({ findPhotosOnPhone }) => findPhotosOnPhone(accountId, unseen.split(" ")))
      .then((found) => {
        if (Object.keys(found).length > 0) setOnPhone((known) => ({ ...known, ...found }));
      })
      .catch(() => {});
  }, [accountId, unseen]);
  const keep = async (id: string, file: File): Promise<boolean> => {
    if (accountId === null) return false;
    const { keepPhotoOnPhone } = await import("../offline/pocket-photo.ts");
    const url = await keepPhotoOnPhone(accountId, id, file).catch(() => null);
    if (url !== null) setOnPhone((known) => ({ ...known, [id]: url }));
    return url !== null;
  };
  return [onPhone, keep] as const;
}
