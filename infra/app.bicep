// The program, in Azure Container Apps: it sleeps when it is small and nobody is there, and grows with what comes in.
param name string
param location string
param image string
param size object
param identityId string
param clientId string
param tablesEndpoint string
param vaultUri string
param secretSettings string[]
param slackClientId string
param teams bool
param teamsStewards string
param otlpEndpoint string

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: size.logDays
    features: { disableLocalAuth: true }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
  }
}

resource logging 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: logs.id
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

var settings = concat(
  [
    { name: 'Storage__Kind', value: 'Tables' }
    { name: 'Storage__TablesEndpoint', value: tablesEndpoint }
    // Of the identities a container may have, the program's library takes the one that is named here.
    { name: 'AZURE_CLIENT_ID', value: clientId }
  ],
  map(secretSettings, setting => { name: setting, secretRef: toLower(replace(setting, '__', '-')) }),
  empty(slackClientId) ? [] : [{ name: 'Slack__ClientId', value: slackClientId }],
  teams
    ? [
        { name: 'Teams__AppId', value: clientId }
        { name: 'Teams__ManagedIdentity', value: clientId }
        { name: 'Teams__TenantId', value: tenant().tenantId }
      ]
    : [],
  empty(teamsStewards) ? [] : [{ name: 'Teams__Stewards', value: teamsStewards }],
  empty(otlpEndpoint) ? [] : [{ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }]
)

// What falls due while the program sleeps wakes it: for two minutes in every fifteen. Where it never sleeps this changes nothing.
var alarm = {
  name: 'due-work'
  custom: {
    type: 'cron'
    metadata: {
      timezone: 'Etc/UTC'
      start: '0,15,30,45 * * * *'
      end: '2,17,32,47 * * * *'
      desiredReplicas: '1'
    }
  }
}

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 8080, transport: 'auto', allowInsecure: false }
      // Addresses without a version, so that a new value in the vault is taken up.
      secrets: map(secretSettings, setting => {
        name: toLower(replace(setting, '__', '-'))
        keyVaultUrl: '${vaultUri}secrets/${toLower(replace(setting, '__', '-'))}'
        identity: identityId
      })
    }
    template: {
      containers: [
        {
          name: 'introbot'
          image: image
          resources: { cpu: json(size.cpu), memory: size.memory }
          env: settings
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz/live', port: 8080 }, periodSeconds: 1, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/healthz/live', port: 8080 }, periodSeconds: 30 }
            { type: 'Readiness', httpGet: { path: '/healthz/ready', port: 8080 }, periodSeconds: 10 }
          ]
        }
      ]
      // Told to stop, the program brings to its end what it answered for.
      terminationGracePeriodSeconds: 30
      scale: {
        minReplicas: size.minReplicas
        maxReplicas: size.maxReplicas
        cooldownPeriod: 60
        rules: [
          { name: 'requests', http: { metadata: { concurrentRequests: '50' } } }
          alarm
        ]
      }
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
