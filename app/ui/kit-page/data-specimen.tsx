import ClipboardList from "lucide-react/icons/clipboard-list";
import { Avatar } from "../kit/avatar.tsx";
import { Card } from "../kit/card.tsx";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Pagination } from "../kit/pagination.tsx";
import { Pill } from "../kit/pill.tsx";
import { Points } from "../kit/points.tsx";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { ProgressRing } from "../kit/progress-ring.tsx";
import { Skeleton } from "../kit/skeleton.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat } from "../language.tsx";
import { Specimen } from "./specimen.tsx";

interface TeamRow {
  readonly rank: string;
  readonly village: string;
  readonly leader: string;
  readonly guided: number | null;
  readonly pointsHundredths: number;
}

const TEAMS: readonly TeamRow[] = [
  { rank: "1", village: "Khe Nghĩa", leader: "Triệu Thị Mùi", guided: 128, pointsHundredths: 41_250 },
  { rank: "2", village: "Bản Pá Đông", leader: "Lò Văn Ún", guided: 96, pointsHundredths: 30_134 },
  {
    rank: "2",
    village: "Tổ dân phố Nguyễn Thị Minh Khai mở rộng phía Đông Bắc",
    leader: "Nguyễn Hoàng Phương Uyên Linh",
    guided: 1204,
    pointsHundredths: 30_134,
  },
  { rank: "4", village: "Làng Mười", leader: "Đặng Văn Ướng", guided: null, pointsHundredths: 0 },
];

export function DataSpecimen() {
  const format = useFormat();
  const columns: readonly [Column<TeamRow>, ...Column<TeamRow>[]] = [
    { key: "village", header: "Thôn", cell: (row) => row.village },
    { key: "rank", header: "Hạng", cell: (row) => row.rank, isFigure: true },
    { key: "leader", header: "Tổ trưởng", cell: (row) => row.leader },
    {
      key: "guided",
      header: "Người được hướng dẫn",
      cell: (row) => (row.guided === null ? "Chưa có số liệu" : format.number(row.guided)),
      isFigure: true,
    },
    { key: "points", header: "Điểm", cell: (row) => format.points(row.pointsHundredths), isFigure: true },
  ];
  return (
    <Specimen name="Số liệu">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <StatTile label="Việc chờ xác nhận" value="14" to="#" note="cũ nhất 2 ngày" />
        <StatTile
          label="Điểm tháng này"
          value={format.points(41_250)}
          unit="điểm"
          note="hơn tháng trước 62,5"
        />
        <StatTile label="Còn đến hạn báo cáo" value="5" unit="ngày" note="hạn 14/12/2026" />
        <StatTile label="Người được hướng dẫn" missing="Chưa có số liệu" />
      </div>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title="Chỉ tiêu tháng 11/2026" aside={<Points hundredths={41_250} unit="điểm" />}>
          <div className="flex flex-wrap items-center gap-8">
            <ProgressRing value={38} goal={50} label="Người được hướng dẫn tháng này">
              <strong className="text-3xl">38</strong>
              <span className="text-ink-soft">/ 50 người</span>
            </ProgressRing>
            <ProgressRing value={52} goal={50} label="Đã đạt" size="7rem" />
            <ProgressRing value={0} goal={50} label="Chưa bắt đầu" size="7rem" />
          </div>
          <div className="mt-6 grid gap-4">
            <ProgressBar label="Dịch vụ công trực tuyến" value={182} goal={300} unit="hồ sơ" />
            <ProgressBar label="Tài khoản thanh toán điện tử" value={1250} goal={1000} unit="tài khoản" />
          </div>
        </Card>
        <Card title="Thành viên">
          <div className="mb-3 flex items-center gap-4">
            <Avatar name="Triệu Thị Mùi" size="large" />
            <div>
              <p className="text-xl font-bold">Triệu Thị Mùi</p>
              <p className="text-ink-soft">Tổ trưởng, thôn Khe Nghĩa</p>
            </div>
          </div>
          <DescriptionList
            items={[
              { term: "Vào tổ", value: "05/03/2026" },
              { term: "Việc gần nhất", value: "14:05, 20/11/2026" },
              { term: "Trạng thái", value: <Pill tone="accent">Đang hoạt động</Pill> },
            ]}
          />
        </Card>
      </div>
      <DataTable
        caption="Bảng thôn, tháng 11/2026"
        columns={columns}
        rows={TEAMS}
        rowKey={(row) => row.village}
      />
      <Pagination page={2} lastPage={7} hrefOf={(page) => `?trang=${page}`} />
      <div className="grid gap-6 lg:grid-cols-2">
        <EmptyState
          icon={ClipboardList}
          title="Chưa có việc nào chờ xác nhận"
          action={<LinkButton to="#">Ghi nhận hoạt động</LinkButton>}
        >
          Khi thành viên trong tổ gửi việc đã làm, việc ấy hiện ở đây để bạn xem và xác nhận.
        </EmptyState>
        <Card title="Đang tải">
          <Skeleton lines={4} />
        </Card>
      </div>
    </Specimen>
  );
}
