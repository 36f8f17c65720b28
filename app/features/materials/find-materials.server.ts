import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type MaterialField,
  type MaterialKind,
  type MaterialState,
  searchWords,
} from "#app/domain/materials/material.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface MaterialView {
  readonly id: string;
  readonly title: string;
  readonly kind: MaterialKind;
  readonly field: MaterialField;
  readonly topics: readonly string[];
  readonly kinds: readonly string[];
  readonly source: string;
  readonly issuedOn: LocalDate;
  readonly isPlain: boolean;
  readonly isLargeType: boolean;
  readonly spokenText: string | null;
  readonly link: string | null;
  readonly photoId: string | null;
  readonly fileId: string | null;
  readonly state: MaterialState;
  readonly isPublic: boolean;
  readonly makerName: string | null;
  readonly opened: number;
  readonly revision: number;
  readonly reason: string | null;
  readonly enteredBy: string;
}

export interface MaterialWish {
  readonly id?: string;
  readonly states?: readonly MaterialState[];
  readonly search?: string;
  readonly kind?: MaterialKind | null;
  readonly field?: MaterialField | null;
  readonly topic?: string | null;
  /** For this kind of work, or for a topic it asks for. */
  readonly activity?: { readonly key: string; readonly topics: readonly string[] } | null;
  readonly isPublic?: boolean;
  readonly enteredBy?: string;
  readonly most?: number;
}

const MOST = 200;

/** What fits, the newest first. */
export function findMaterials(tx: Tx, communeId: number, wish: MaterialWish): Promise<MaterialView[]> {
  const words = searchWords(wish.search ?? "").map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const { activity = null } = wish;
  return tx.$queryRaw<MaterialView[]>`
    select t.id, t.title, t.kind, t.field, t.topics, t.kinds, t.source, t.issued_on::text as "issuedOn",
           t.is_plain as "isPlain", t.is_large_type as "isLargeType", t.spoken_text as "spokenText", t.link,
           t.photo_id as "photoId", t.file_id as "fileId", t.state, t.is_public as "isPublic",
           m.full_name as "makerName", t.opened, t.revision, t.reason, t.entered_by as "enteredBy"
      from material t
      left join member m on m.commune_id = t.commune_id and m.id = t.maker_id
     where t.commune_id = ${communeId}
       and (${wish.id ?? null}::uuid is null or t.id = ${wish.id ?? null}::uuid)
       and t.state = any(${[...(wish.states ?? ["shown"])]}::text[])
       and t.search like all(${words}::text[])
       and (${wish.kind ?? null}::text is null or t.kind = ${wish.kind ?? null}::text)
       and (${wish.field ?? null}::text is null or t.field = ${wish.field ?? null}::text)
       and (${wish.topic ?? null}::text is null or ${wish.topic ?? null}::text = any(t.topics))
       and (${activity?.key ?? null}::text is null or ${activity?.key ?? null}::text = any(t.kinds)
            or t.topics && ${[...(activity?.topics ?? [])]}::text[])
       and (${wish.enteredBy ?? null}::uuid is null or t.entered_by = ${wish.enteredBy ?? null}::uuid)
       and (not ${wish.isPublic ?? false}::boolean or t.is_public)
     order by t.issued_on desc, lower(t.title), t.id
     limit ${wish.most ?? MOST}`;
}

export async function findMaterial(tx: Tx, communeId: number, id: string): Promise<MaterialView | null> {
  const states = ["proposed", "shown", "returned", "withdrawn"] as const;
  const [material] = await findMaterials(tx, communeId, { id, states });
  return material ?? null;
}
