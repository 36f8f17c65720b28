import AudioLines from "lucide-react/icons/audio-lines";
import BookOpenText from "lucide-react/icons/book-open-text";
import ChartPie from "lucide-react/icons/chart-pie";
import Clapperboard from "lucide-react/icons/clapperboard";
import GraduationCap from "lucide-react/icons/graduation-cap";
import ImageIcon from "lucide-react/icons/image";
import type { ReactNode } from "react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { MaterialField, MaterialKind } from "#app/domain/materials/material.ts";
import { materialsArea } from "#app/messages/vi/materials.ts";
import type { Icon } from "../kit/icon.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface MaterialFace {
  readonly id: string;
  readonly title: string;
  readonly kind: MaterialKind;
  readonly field: MaterialField;
  readonly topics: readonly string[];
  readonly source: string;
  readonly issuedOn: LocalDate;
  readonly isPlain: boolean;
  readonly isLargeType: boolean;
  readonly spokenText: string | null;
  readonly link: string | null;
  readonly photoId: string | null;
  readonly fileId: string | null;
  readonly isPublic: boolean;
  readonly makerName: string | null;
  readonly opened: number;
}

const PICTURES: Readonly<Record<MaterialKind, Icon>> = {
  infographic: ChartPie,
  poster: ImageIcon,
  clip: Clapperboard,
  audio: AudioLines,
  guide: BookOpenText,
  course: GraduationCap,
};

interface MaterialCardProps {
  material: MaterialFace;
  /** Where its small picture is. */
  pictureAt: string;
  children?: ReactNode;
}

/** One material of a list: what it is, of whom and when, and the ways to it. */
export function MaterialCard({ material, pictureAt, children }: MaterialCardProps) {
  const { materials: words } = useMessages(materialsArea);
  const format = useFormat();
  const Picture = PICTURES[material.kind];
  return (
    <li className="grid grid-cols-[4.5rem_1fr] gap-4 rounded-xl border border-line bg-surface p-4 shadow-card">
      {material.photoId ? (
        <img
          src={`${pictureAt}?co=nho`}
          alt=""
          loading="lazy"
          className="size-18 rounded-lg border border-line bg-sunken object-cover"
        />
      ) : (
        <span className="grid size-18 place-items-center rounded-lg bg-accent-soft text-accent-ink">
          <Picture size="2rem" aria-hidden />
        </span>
      )}
      <div className="min-w-0">
        <h3 className="text-lg leading-snug [overflow-wrap:anywhere]">{material.title}</h3>
        <p className="text-ink-soft">{words.source(material.source, format.date(material.issuedOn))}</p>
        <MaterialMarks material={material} />
        {children ? <div className="mt-3 flex flex-wrap gap-3">{children}</div> : null}
      </div>
    </li>
  );
}

export function MaterialMarks({ material }: { material: MaterialFace }) {
  const { materials: words } = useMessages(materialsArea);
  return (
    <p className="mt-2 flex flex-wrap gap-1.5">
      <Pill>{words.kinds[material.kind]}</Pill>
      <Pill tone="info">{words.fields[material.field]}</Pill>
      {material.isPlain ? <Pill tone="accent">{words.plain}</Pill> : null}
      {material.isLargeType ? <Pill tone="accent">{words.largeType}</Pill> : null}
    </p>
  );
}
