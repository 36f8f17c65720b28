import Check from "lucide-react/icons/check";
import CirclePlus from "lucide-react/icons/circle-plus";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import House from "lucide-react/icons/house";
import Trash from "lucide-react/icons/trash";
import Trophy from "lucide-react/icons/trophy";
import UserRound from "lucide-react/icons/user-round";
import { useState } from "react";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { Button } from "../kit/button.tsx";
import { CopyButton } from "../kit/copy-button.tsx";
import { Dialog } from "../kit/dialog.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Flash } from "../kit/flash.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { Pill } from "../kit/pill.tsx";
import { PrintButton } from "../kit/print-button.tsx";
import { Slip } from "../kit/slip.tsx";
import { Steps } from "../kit/steps.tsx";
import { Tabs } from "../kit/tabs.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { Page } from "../page.tsx";
import { NavigationBar } from "../shell/navigation-bar.tsx";
import { DataSpecimen } from "./data-specimen.tsx";
import { FieldsSpecimen } from "./fields-specimen.tsx";
import { Specimen } from "./specimen.tsx";

/** What the bar of a leader will look like. */
const SAMPLE_NAVIGATION = [
  { to: "/", label: "Hôm nay", icon: House },
  { to: "/ghi-nhan", label: "Ghi nhận", icon: CirclePlus },
  { to: "/bo-giao-dien", label: "Xác nhận", icon: ClipboardCheck },
  { to: "/bang-xep-hang", label: "Bảng", icon: Trophy },
  { to: "/tai-khoan", label: "Tôi", icon: UserRound },
] as const;

/** Every component in every state, to be looked at; kept out of production. */
export function KitPage() {
  return (
    <Page
      title="Bộ giao diện"
      lead="Mọi thành phần, mọi trạng thái."
      trail={
        <Breadcrumb
          steps={[
            { to: "/", label: "Trang đầu" },
            { to: "#", label: "Xã Đại Sơn" },
          ]}
        />
      }
      actions={
        <LinkButton to="#" icon={CirclePlus}>
          Ghi nhận hoạt động
        </LinkButton>
      }
    >
      <ButtonsSpecimen />
      <FieldsSpecimen />
      <FeedbackSpecimen />
      <DataSpecimen />
      <NavigationSpecimen />
    </Page>
  );
}

function ButtonsSpecimen() {
  return (
    <Specimen name="Nút và đường dẫn">
      <div className="flex flex-wrap items-center gap-4">
        <Button icon={Check}>Xác nhận</Button>
        <Button variant="secondary">Trả lại để bổ sung</Button>
        <Button variant="danger" icon={Trash}>
          Thu hồi thiết bị
        </Button>
        <Button variant="gold">Nhận huy hiệu</Button>
        <Button variant="quiet">Để sau</Button>
        <Button disabled>Chưa dùng được</Button>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button size="small">Nhỏ</Button>
        <Button>Vừa</Button>
        <Button size="large">Lớn</Button>
        <TextLink to="#">Đường dẫn trong chữ</TextLink>
      </div>
    </Specimen>
  );
}

function FeedbackSpecimen() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Specimen name="Lời báo">
      <div className="flex flex-wrap gap-2">
        <Pill>Đã lưu trên máy</Pill>
        <Pill tone="info">Chờ xác nhận</Pill>
        <Pill tone="accent" icon={Check}>
          Đã xác nhận
        </Pill>
        <Pill tone="gold">Chạy thử</Pill>
        <Pill tone="danger">Quá hạn 2 ngày</Pill>
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <Notice title="Kỳ tháng 11 mở đến hết ngày 14/12">
          Việc làm trong tháng gửi sau ngày ấy vào kỳ sau.
        </Notice>
        <Notice tone="success">Đã lưu.</Notice>
        <Notice tone="warning" title="Xã đang chạy thử" action={<TextLink to="#">Nhập số quy chế</TextLink>}>
          Điểm chưa tính vào năm nào cho đến khi có số quy chế.
        </Notice>
        <Notice tone="danger" title="Không gửi được">
          Mất kết nối. Việc của bạn vẫn nằm trên máy này.
        </Notice>
      </div>
      <Disclosure summary="Vì sao việc này được 4 điểm?">
        <p>Hướng dẫn nộp hồ sơ trực tuyến: 2 điểm một người, hai người.</p>
      </Disclosure>
      <div className="flex flex-wrap gap-4">
        <Button variant="secondary" onClick={() => setOpen(true)}>
          Mở hộp hỏi
        </Button>
        <CopyButton text="thi-dua-so" />
        <PrintButton />
      </div>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Thu hồi thiết bị này?">
        <p>Máy ấy đăng xuất trong vài giây. Việc chưa gửi trên máy ấy không gửi được nữa.</p>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button variant="danger" onClick={() => setOpen(false)}>
            Thu hồi
          </Button>
          <Button variant="secondary" onClick={() => setOpen(false)}>
            Giữ lại
          </Button>
        </div>
      </Dialog>
      <Flash>Đã xác nhận 12 việc.</Flash>
    </Specimen>
  );
}

function NavigationSpecimen() {
  return (
    <Specimen name="Đi lại">
      <Steps
        steps={["Kế hoạch", "Tiêu đề văn bản", "Thôn, khu phố", "Nhân sự", "Người thứ hai"]}
        current={3}
      />
      <Tabs
        label="Các phần của tổ"
        tabs={[
          { to: "/bo-giao-dien", label: "Chờ xác nhận", count: 14 },
          { to: "/bo-giao-dien/a", label: "Đã xác nhận" },
          { to: "/bo-giao-dien/b", label: "Trả lại", count: 2 },
        ]}
      />
      {/* A layout of its own holds what would otherwise stick to the window. */}
      <div className="relative h-72 overflow-hidden rounded-xl border border-line [contain:layout]">
        <NavigationBar items={SAMPLE_NAVIGATION} label="Thanh của tổ trưởng" />
      </div>
      <Slip
        title="Phiếu mời vào Thi đua số"
        name="Nguyễn Hoàng Phương Uyên Linh"
        address="https://thidua.example/phieu-moi#4QJX-77KD-PMRW-2HTC"
        code="4QJX 77KD PMRW 2HTC"
      >
        <p>Quét mã bằng điện thoại của bạn. Dùng một lần, đến hết 23/11/2026.</p>
      </Slip>
    </Specimen>
  );
}
