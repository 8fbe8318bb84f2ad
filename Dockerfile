# One image for the gateway and every agency; docker-compose.yml says which one a container runs.
FROM node:24-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --ignore-scripts
COPY . .
RUN npm run playground

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# `npm install`, not `npm ci`: a lockfile written on one platform can lack another platform's optional binaries.
RUN npm install --omit=dev --ignore-scripts && npm cache clean --force
COPY . .
COPY --from=pages /app/gateway/playground/dist gateway/playground/dist
# A new volume takes its owner from here, so that the gateway may keep its supergraph there.
RUN mkdir /kept && chown node:node /kept
USER node
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "gateway/main.ts"]
