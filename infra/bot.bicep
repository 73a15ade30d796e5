// The bot as Microsoft's Bot Service knows it: it speaks as the managed identity, so there is no secret to keep, to renew or to lose.
param name string
param host string
param identityId string
param clientId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'IntroBot'
    endpoint: 'https://${host}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: clientId
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    // The terms of the channel are accepted by whoever deploys, as they would be by a click in the portal.
    properties: { isEnabled: true, acceptedTerms: true }
  }
}
