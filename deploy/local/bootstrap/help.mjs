/** help is what `npm start -- --help` prints. */
export const help = `npm start [-- options]

Starts Vigie whole on this machine: engines, services and pages. Ctrl-C stops it.

  --real          an empty, real world instead of the demonstration (the two never mix)
  --no-history    a demonstration without its two years of history
  --port <n>      port of the pages (default 8080, or VIGIE_PORT)
  --help          this

Variables
  KAFKA_BROKERS, CLICKHOUSE_URL, REDIS_URL     engines of yours, instead of those started here
  VIGIE_KAFKA_PORT, VIGIE_KAFKA_CONTROLLER_PORT, VIGIE_CLICKHOUSE_PORT, VIGIE_REDIS_PORT
  VIGIE_INTAKE_PORT, VIGIE_LOADER_PORT, VIGIE_DETECTOR_PORT, VIGIE_PUBLISHER_PORT, VIGIE_REPORTER_PORT, VIGIE_API_PORT, VIGIE_GATEWAY_HEALTH_PORT
  VIGIE_OIDC_PORT   where the people of the demonstration sign in
  VIGIE_OIDC_ISSUER, VIGIE_OIDC_CLIENT_ID, VIGIE_OIDC_CLIENT_SECRET    an identity provider of yours (see deploy/identity)
  VIGIE_DATA      data folder (default .vigie/<world>); npm run reset empties it
  LOG_LEVEL       of the services, whose logs are in <data>/logs
`;
