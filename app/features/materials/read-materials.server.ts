import { untrainedHint } from "#app/domain/activity/training-topic.ts";
import { MATERIAL_FIELDS, MATERIAL_KINDS } from "#app/domain/materials/material.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readLogKinds } from "#app/features/activity-log/read-log-kinds.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findOwnTopics, type OwnTopic } from "#app/features/training/find-topics.server.ts";
import { findAttendedTopics } from "#app/features/training/read-own-training.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import {
  findMaterial,
  findMaterials,
  type MaterialView,
  type MaterialWish,
} from "./find-materials.server.ts";
import { maySeeMaterial } from "./open-material.server.ts";

export interface LibraryQuery {
  readonly search: string;
  readonly kind: string;
  readonly field: string;
  readonly topic: string;
}

export function readLibraryQuery(params: URLSearchParams): LibraryQuery {
  const text = (name: string) => (params.get(name) ?? "").slice(0, 100);
  return { search: text("tim"), kind: text("loai"), field: text("linh-vuc"), topic: text("chu-de") };
}

function wishOf({ search, kind, field, topic }: LibraryQuery): MaterialWish {
  return {
    search,
    kind: MATERIAL_KINDS.find((each) => each === kind) ?? null,
    field: MATERIAL_FIELDS.find((each) => each === field) ?? null,
    topic: topic === "" ? null : topic,
  };
}

export interface Library {
  readonly materials: readonly MaterialView[];
  readonly ownTopics: readonly OwnTopic[];
  /** What the reader sent and nobody has shown yet. */
  readonly mine: readonly MaterialView[];
}

export function readLibrary(caller: Caller, query: LibraryQuery): Promise<Library> {
  const scope = caller.scope("materials.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    materials: await findMaterials(tx, communeId, wishOf(query)),
    ownTopics: await findOwnTopics(tx, communeId),
    mine: await findMaterials(tx, communeId, {
      states: ["proposed", "returned"],
      enteredBy: caller.person.accountId,
    }),
  }));
}

/** For the office: what waits, and all that is shown. */
export function readMaterialDesk(caller: Caller) {
  const scope = caller.scope("materials.read-desk");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    waiting: await findMaterials(tx, communeId, { states: ["proposed"] }),
    shown: await findMaterials(tx, communeId, {}),
    ownTopics: await findOwnTopics(tx, communeId),
  }));
}

export interface OneMaterial {
  readonly material: MaterialView;
  readonly ownTopics: readonly OwnTopic[];
  readonly kindNames: readonly string[];
}

export async function readMaterial(caller: Caller, id: string): Promise<OneMaterial | null> {
  const scope = caller.scope("materials.read-one");
  const communeId = onlyCommune(scope);
  const kinds = await readLogKinds(caller);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const material = await findMaterial(tx, communeId, id);
    if (!material || !maySeeMaterial(caller, material)) return null;
    return {
      material,
      ownTopics: await findOwnTopics(tx, communeId),
      kindNames: kinds.filter(({ key }) => material.kinds.includes(key)).map(({ name }) => name),
    };
  });
}

/** What the form of a material offers. */
export async function readMaterialChoices(caller: Caller) {
  const kinds = await readLogKinds(caller);
  const scope = caller.scope("materials.read-choices");
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    kinds: kinds.map(({ key, name }) => ({ key, name })),
    ownTopics: await findOwnTopics(tx, onlyCommune(scope)),
  }));
}

export interface LogHint {
  /** Topics nobody trained this member in, and the kind asks for; null where there is nothing to say. */
  readonly untrained: readonly string[] | null;
  readonly materials: readonly { readonly id: string; readonly title: string }[];
  readonly ownTopics: readonly OwnTopic[];
}

const BESIDE_THE_FORM = 3;

/** SCORING.md 4.2: a kind word beside the form, with materials; never a bar. */
export function readLogHint(
  caller: Caller,
  kind: { readonly key: string; readonly topics: readonly string[] },
): Promise<LogHint> {
  const scope = caller.scope("materials.read-hint");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const ownTopics = await findOwnTopics(tx, communeId);
    const own = ownTopics.filter(({ isClosed, kinds }) => !isClosed && kinds.includes(kind.key));
    const topics = [...kind.topics, ...own.map(({ key }) => key)];
    const attended = await findAttendedTopics(tx, communeId, caller.person.accountId);
    const materials = await findMaterials(tx, communeId, {
      activity: { key: kind.key, topics },
      most: BESIDE_THE_FORM,
    });
    return {
      untrained: untrainedHint({ topics }, attended)?.topics ?? null,
      materials: materials.map(({ id, title }) => ({ id, title })),
      ownTopics,
    };
  });
}

/** What a commune shows to everybody; null where there is no such commune. */
export function readPublicLibrary(
  platform: Pick<Platform, "db">,
  {
    communeId,
    requestId,
    query,
  }: { readonly communeId: number; readonly requestId: string; readonly query: LibraryQuery },
) {
  const scope = { actorId: null, verb: "materials.read-public", requestId, communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    const commune = await tx.commune.findUnique({
      where: { id: communeId },
      select: { name: true, kind: true },
    });
    if (!commune?.name) return null;
    return {
      name: commune.name,
      kind: commune.kind,
      materials: await findMaterials(tx, communeId, { ...wishOf(query), isPublic: true }),
      ownTopics: await findOwnTopics(tx, communeId),
    };
  });
}
