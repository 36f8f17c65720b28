import { Form } from "@remix-run/react";
import type { Role } from "#app/domain/access/roles.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

interface WorkPlacesProps {
  places: readonly {
    readonly communeId: number;
    readonly kind: CommuneKind;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly isHere: boolean;
  }[];
}

/** For whoever has roles in several communes: one works in one of them at a time. */
export function WorkPlaces({ places }: WorkPlacesProps) {
  const { accounts, setup } = useMessages(accountsArea, setupArea);
  const { account: words, roleNames } = accounts;
  return (
    <Card title={words.workPlaces}>
      <p className="text-ink-soft">{words.workPlacesLead}</p>
      <ul className="mt-2 divide-y divide-line">
        {places.map(({ communeId, kind, name, roles, isHere }) => {
          const place = name ? `${setup.communeKinds[kind]} ${name}` : setup.unnamedCommune;
          return (
            <li key={communeId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div className="min-w-0">
                <p className="font-bold">{place}</p>
                <p className="text-ink-soft">{roles.map((role) => roleNames[role]).join(", ")}</p>
              </div>
              {isHere ? (
                <Pill tone="accent">{words.workingHere}</Pill>
              ) : (
                <Form method="post">
                  <Button
                    type="submit"
                    name="communeId"
                    value={communeId}
                    variant="secondary"
                    size="small"
                    aria-label={`${words.workHere}: ${place}`}
                  >
                    {words.workHere}
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
