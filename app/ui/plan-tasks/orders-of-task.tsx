import { Link } from "@remix-run/react";
import { ORDER_PATHS, type OrderOfTask } from "#app/domain/orders/order.ts";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { planTasksArea } from "#app/messages/vi/plan-tasks.ts";
import { Card } from "../kit/card.tsx";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** J14: who was given what to do for a task, and how far they are. */
export function OrdersOfTask({ orders, mayOpen }: { orders: readonly OrderOfTask[]; mayOpen: boolean }) {
  const { planTasks, orders: orderWords } = useMessages(planTasksArea, ordersArea);
  const words = planTasks.one;
  const table = orderWords.office.table;
  const format = useFormat();
  if (orders.length === 0) return null;
  return (
    <Card title={words.orders}>
      <DataTable
        caption={words.orders}
        hidesCaption
        rows={orders}
        rowKey={({ orderId }) => orderId}
        columns={[
          {
            key: "content",
            header: table.content,
            cell: ({ orderId, content, givenTo, teamName }) => (
              <>
                {mayOpen && givenTo === "teams" ? (
                  <Link
                    to={ORDER_PATHS.ofOffice(orderId)}
                    className="text-accent-ink underline underline-offset-4"
                  >
                    {content}
                  </Link>
                ) : (
                  content
                )}
                <span className="block text-sm font-normal text-ink-soft">
                  {givenTo === "teams" && teamName === null ? words.orderToTeams : teamName}
                </span>
              </>
            ),
          },
          { key: "due", header: table.due, cell: ({ dueOn }) => format.date(dueOn) },
          {
            key: "done",
            header: table.done,
            isFigure: true,
            cell: ({ done, asked }) => orderWords.office.of(format.number(done), format.number(asked)),
          },
          { key: "late", header: table.late, isFigure: true, cell: ({ late }) => format.number(late) },
        ]}
      />
    </Card>
  );
}
