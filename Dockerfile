# syntax=docker/dockerfile:1
# The studio and its worker in one small image: docker run … (the studio), docker run … node scripts/serve.ts --worker (a worker).

FROM node:24-bookworm-slim AS built
WORKDIR /studio
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx next build && rm -rf .next/cache

FROM node:24-bookworm-slim AS packages
WORKDIR /studio
COPY package.json package-lock.json ./
# The image has its own Node; the framework's compiler and the icons are only needed to build, and of fonts only one packing is read.
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/.bin/node node_modules/@next/swc-* node_modules/lucide-react node_modules/playwright* \
  && find node_modules/@fontsource -name '*.woff' -delete

FROM node:24-bookworm-slim
WORKDIR /studio
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PENTIMENTO_DATA=/data
COPY --from=packages /studio/node_modules ./node_modules
COPY package.json next.config.js tsconfig.json ./
COPY public ./public
COPY scripts ./scripts
# The darkroom and the worker run from these; the pages are in .next.
COPY lib ./lib
COPY --from=built /studio/.next ./.next
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/readyz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/serve.ts"]
