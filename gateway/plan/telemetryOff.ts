import { fixSetting } from '#kit/setting.ts';

// Since 2.14 the gateway's constructor reports to its maker and probes cloud metadata addresses unless this is set; a
// national platform does not phone home. Imported before @apollo/gateway (docs/adr/0005).
fixSetting('APOLLO_TELEMETRY_DISABLED', 'true');
