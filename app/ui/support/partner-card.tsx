import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { PartnerView } from "#app/domain/support/views.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { EquipmentForm } from "./equipment-form.tsx";
import { PartnerForm } from "./partner-form.tsx";
import { PerkForm } from "./perk-form.tsx";

interface PartnerCardProps {
  partner: PartnerView;
  teams: readonly { readonly id: number; readonly name: string }[];
  badges: readonly { readonly key: string; readonly name: string }[];
  /** Of a perk or a device, made before it is sent. */
  id: string;
  today: LocalDate;
  mayKeep: boolean;
  answer: FormAnswer | undefined;
}

/** A47: a partner with its offers, what it lent, where it takes part and what it gave. */
export function PartnerCard(props: PartnerCardProps) {
  const { partner, teams, badges, id, today, mayKeep, answer } = props;
  const { support } = useMessages(supportArea);
  const { partners: words, perk: perkWords, equipment: deviceWords } = support;
  const format = useFormat();
  const act = fieldText(answer, "act");
  const isHere = fieldText(answer, "partnerId") === partner.id;
  const isKnown = partner.equipment.some((device) => device.id === fieldText(answer, "id"));
  const newDevice = act === "equipment" && isHere && !isKnown ? answer : undefined;
  const nameOf = (key: string) => badges.find((badge) => badge.key === key)?.name ?? key;
  return (
    <Card title={partner.name} aside={<Pill>{words.kinds[partner.kind]}</Pill>}>
      {partner.contactName === null && partner.contactPhone === null ? null : (
        <p>
          {words.contact}: {[partner.contactName, partner.contactPhone].filter(Boolean).join(", ")}
        </p>
      )}
      {partner.given > 0 ? (
        <p>
          {words.given(format.number(partner.given), support.money.dong(format.number(partner.givenDong)))}
        </p>
      ) : null}
      {partner.events.length > 0 ? <p>{words.events(partner.events.join(", "))}</p> : null}
      {partner.perks.length > 0 ? (
        <>
          <h3 className="mt-4 font-bold">{perkWords.list}</h3>
          <ul className="grid gap-2">
            {partner.perks.map((perk) => (
              <li key={perk.id}>
                <span className="font-bold">{perk.title}</span>{" "}
                <span className="text-ink-soft">
                  {perkWords.days(format.date(perk.startsOn), perk.endsOn && format.date(perk.endsOn))}
                  {perk.badgeKey === null ? null : ` · ${perkWords.needsBadge(nameOf(perk.badgeKey))}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {partner.equipment.length > 0 ? (
        <>
          <h3 className="mt-4 font-bold">{deviceWords.list}</h3>
          <ul className="grid gap-2">
            {partner.equipment.map((device) => (
              <li key={device.id} className="grid gap-2">
                <span>
                  {deviceWords.line(device.name, format.number(device.quantity), device.place)}
                  {device.lentTeam !== null && device.lentOn !== null ? (
                    <span className="text-ink-soft">
                      {" "}
                      · {deviceWords.lentTo(device.lentTeam, format.date(device.lentOn))}
                    </span>
                  ) : null}
                </span>
                {mayKeep ? (
                  <Disclosure
                    summary={deviceWords.change(device.name)}
                    isOpen={act === "equipment" && fieldText(answer, "id") === device.id}
                  >
                    <EquipmentForm
                      id={device.id}
                      partnerId={partner.id}
                      teams={teams}
                      stored={device}
                      answer={fieldText(answer, "id") === device.id ? answer : undefined}
                    />
                  </Disclosure>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mayKeep ? (
        <div className="mt-4 grid gap-2">
          <Disclosure summary={perkWords.add} isOpen={act === "perk" && isHere}>
            <PerkForm
              id={id}
              partnerId={partner.id}
              badges={badges}
              today={today}
              answer={act === "perk" && isHere ? answer : undefined}
            />
          </Disclosure>
          <Disclosure summary={deviceWords.add} isOpen={newDevice !== undefined}>
            <EquipmentForm id={id} partnerId={partner.id} teams={teams} stored={null} answer={newDevice} />
          </Disclosure>
          <Disclosure
            summary={words.change(partner.name)}
            isOpen={act === "partner" && fieldText(answer, "id") === partner.id}
          >
            <PartnerForm
              id={partner.id}
              stored={partner}
              answer={fieldText(answer, "id") === partner.id ? answer : undefined}
            />
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}
