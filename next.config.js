import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import createNextIntlPlugin from "next-intl/plugin";
import { hintChunks } from "./scripts/steps/hint-chunks.mjs";

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/messages/request.ts",
  // Sentences are parsed while building: the browser needs no parser for them, which is a tenth of the first load.
  experimental: { messages: { path: "./lib/messages", format: "json", precompile: true } },
});

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Pictures are resized in the darkroom, never by the framework inside the server process.
  images: { unoptimized: true },
  // Native parts and parts that start processes stay outside the bundle.
  serverExternalPackages: [
    ...["sharp", "pg", "undici", "kysely", "pino", "rate-limiter-flexible", "@zxcvbn-ts/language-common"],
    // Only loaded where a collector is named.
    ...["@opentelemetry/api", "@opentelemetry/exporter-trace-otlp-http", "@opentelemetry/resources", "@opentelemetry/sdk-trace"],
  ],
  turbopack: {
    resolveAlias: {
      // What stands behind next-intl's hooks; its own wrapping brings formatters along that nothing here asks for.
      "next-intl": "use-intl/react",
      // React has had it for years; what SWR asks for is for those before.
      "use-sync-external-store/shim": "react",
      "../build/polyfills/polyfill-module": "./lib/client/not-needed.ts",
      "next/dist/compiled/process": "./lib/client/not-needed.ts",
      // As the icons of lucide-react ask for their builder.
      "../createLucideIcon.mjs": "./components/ui/create-icon.ts",
    },
  },
  // Here, so that whatever builds the studio gets the same scripts.
  compiler: { runAfterProductionCompile: async ({ distDir }) => hintChunks(`${distDir}/static/chunks`) },
  // Types are checked by `npm run check`; starting the studio need not wait for them.
  typescript: { ignoreBuildErrors: true },
};

/** Files ending in .dev.tsx are pages while the studio is built upon, and nothing at all in what is built. */
export default function configure(phase) {
  const pageExtensions = phase === PHASE_DEVELOPMENT_SERVER ? ["dev.tsx", "tsx", "ts"] : ["tsx", "ts"];
  return withMessages({ ...config, pageExtensions });
}
