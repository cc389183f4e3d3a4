import { defineTexts, language } from "@motcua/language";

import { serviceOf, state } from "../agent";
import { Heading } from "../parts/heading";
import { Scroller } from "../parts/scroller";
import { Touch } from "../parts/touch";
import { go, home } from "../screen";
import { takeTicket } from "../ticket";
import { ScanPicture } from "./scan_picture";
import "./service.css";
import { closedText, lineText } from "./start";

const t = defineTexts(
  {
    take: "Lấy số",
    takeFor: "Phiếu in ra ngay",
    takeWithout: "Lấy số không cần giấy tiếp nhận",
    priority: "Tôi thuộc diện ưu tiên",
    priorityFor: "Chạm vào diện của mình để lấy số ưu tiên. Cán bộ sẽ xem giấy tờ tại quầy.",
    papers: "Xem giấy tờ cần mang, lệ phí, thời gian",
    scan: "Đưa giấy tiếp nhận vào chỗ quét mã",
    scanFor: "Số lấy theo giấy tiếp nhận được gắn sẵn hồ sơ, nhận kết quả nhanh hơn.",
    closed: "Dịch vụ này hiện chưa nhận",
    closedDo: "Mời quý khách chọn dịch vụ khác, hoặc đến vào giờ nhận.",
    others: "Chọn dịch vụ khác",
  },
  {
    take: "Take a number",
    takeFor: "Your ticket prints at once",
    takeWithout: "Take a number without the receipt",
    priority: "I have priority",
    priorityFor:
      "Touch what applies to take a priority number. The officer will look at your papers.",
    papers: "Papers to bring, fees, time needed",
    scan: "Hold your receipt to the scanner",
    scanFor: "A number taken by the receipt has your dossier with it, which is quicker.",
    closed: "This service is closed now",
    closedDo: "Please choose another service, or come when it is open.",
    others: "Choose another service",
  },
);

/** The second touch: the number, or a priority number. */
export function ServiceScreen({ letter }: { letter: string }) {
  const texts = t();
  const service = serviceOf(letter);
  if (!service?.open)
    return <Closed name={service?.name ?? letter} text={service?.closed_text ?? ""} />;
  const sound = service.returns ? "kiosk-fetch" : "kiosk-service";
  const read = `${service.name}. ${lineText(service)}. ${service.returns ? texts.scan : texts.take}`;
  return (
    <Scroller label={service.name}>
      <div class="service-screen">
        <Heading sounds={[sound]} text={read}>
          <b class="letter">{letter}</b> {service.name}
        </Heading>
        <p class="line">{lineText(service)}</p>
        {service.returns && (
          <div class="by-receipt">
            <ScanPicture />
            <p>
              <strong>{texts.scan}</strong>
              <br />
              {texts.scanFor}
            </p>
          </div>
        )}
        <div class="take">
          <Touch
            icon="ticket"
            look="primary"
            small={texts.takeFor}
            onTouch={() => takeTicket({ service: letter })}
          >
            {service.returns ? texts.takeWithout : texts.take}
          </Touch>
        </div>
        {!service.returns && (
          <Touch
            icon="paper"
            look="quiet"
            onTouch={() => go({ name: "procedures", service: letter })}
          >
            {texts.papers}
          </Touch>
        )}
        <Priorities letter={letter} />
      </div>
    </Scroller>
  );
}

function Priorities({ letter }: { letter: string }) {
  const texts = t();
  const priorities = state.value?.priorities ?? [];
  if (priorities.length === 0) return null;
  return (
    <section class="priorities" aria-labelledby="priorities">
      <h2 id="priorities">{texts.priority}</h2>
      <p>{texts.priorityFor}</p>
      <div class="choices">
        {priorities.map(({ kind, name, name_en }) => (
          <Touch key={kind} onTouch={() => takeTicket({ service: letter, priority: kind })}>
            {language.value === "en" ? name_en : name}
          </Touch>
        ))}
      </div>
    </section>
  );
}

function Closed({ name, text }: { name: string; text: string }) {
  const texts = t();
  return (
    <div class="service-screen">
      <Heading sounds={["kiosk-start"]} text={`${name}. ${texts.closed}. ${closedText(text)}`}>
        {name}
      </Heading>
      <p class="notice warn">
        <strong>{texts.closed}</strong>
        <br />
        {closedText(text)}
        <br />
        {texts.closedDo}
      </p>
      <Touch look="primary" onTouch={home}>
        {texts.others}
      </Touch>
    </div>
  );
}
