import { expect, test } from './support/fixtures.ts';

const pages = ['/uz', '/ru', '/uz/services', '/ru/services/id-card', '/uz/agencies/iiv', '/en/life-events/birth'];
const kilobyte = 1024;

for (const path of pages) {
  test(`${path} is light and steady`, async ({ page, request }) => {
    // The best compression of a page is ready a moment after it was first sent.
    await request.get(path, { headers: { 'accept-encoding': 'br' } });
    const session = await page.context().newCDPSession(page);
    const sizes = new Map<string, number>();
    const kinds = new Map<string, string>();
    session.on('Network.responseReceived', (event) => kinds.set(event.requestId, event.type));
    session.on('Network.loadingFinished', (event) => {
      const kind = kinds.get(event.requestId) ?? 'Other';
      sizes.set(kind, (sizes.get(kind) ?? 0) + event.encodedDataLength);
    });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      const figures = { lcp: 0, cls: 0 };
      Object.assign(window, { figures });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) figures.lcp = entry.startTime;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) figures.cls += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path, { waitUntil: 'networkidle' });
    const { lcp, cls } = await page.evaluate(() => (window as unknown as { figures: { lcp: number; cls: number } }).figures);
    const first = (sizes.get('Document') ?? 0) + (sizes.get('Stylesheet') ?? 0);
    const script = sizes.get('Script') ?? 0;
    console.log(`${path}: page and styles ${(first / kilobyte).toFixed(1)} KB, scripts ${(script / kilobyte).toFixed(1)} KB, LCP ${Math.round(lcp)} ms, CLS ${cls.toFixed(3)}`);
    // Response headers travel in the same flight but are not part of the page.
    expect(first).toBeLessThanOrEqual(15.5 * kilobyte);
    expect(script).toBeLessThanOrEqual(100 * kilobyte);
    expect(lcp).toBeLessThanOrEqual(2_500);
    expect(cls).toBeLessThanOrEqual(0.05);
  });
}
