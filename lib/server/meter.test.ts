import { expect, it } from "vitest";
import { createMeter, writeMetric } from "./meter.ts";

it("writes counters and durations as Prometheus reads them", () => {
  const meter = createMeter();
  meter.count("pentimento_http_requests_total", { method: "GET", status: 200 });
  meter.count("pentimento_http_requests_total", { method: "GET", status: 200 }, 2);
  meter.count("pentimento_http_requests_total", { method: "POST", status: 400 });
  meter.time("pentimento_http_request_seconds", 0.03, { method: "GET" });
  meter.time("pentimento_http_request_seconds", 30, { method: "GET" });
  const text = meter.text();
  expect(text).toContain(
    "# TYPE pentimento_http_requests_total counter\n" +
      'pentimento_http_requests_total{method="GET",status="200"} 3\n' +
      'pentimento_http_requests_total{method="POST",status="400"} 1\n',
  );
  for (const line of [
    'pentimento_http_request_seconds_bucket{method="GET",le="0.025"} 0',
    'pentimento_http_request_seconds_bucket{method="GET",le="0.05"} 1',
    'pentimento_http_request_seconds_bucket{method="GET",le="10"} 1',
    'pentimento_http_request_seconds_bucket{method="GET",le="+Inf"} 2',
    'pentimento_http_request_seconds_sum{method="GET"} 30.03',
    'pentimento_http_request_seconds_count{method="GET"} 2',
  ])
    expect(text.split("\n")).toContain(line);
});

it("lets no label value break out of its line", () => {
  const labels = { name: 'a"b\\c\nd' };
  expect(writeMetric("x", "gauge", "help", [{ labels, value: 1 }])).toBe('# HELP x help\n# TYPE x gauge\nx{name="a\\"b\\\\c\\nd"} 1\n');
});
