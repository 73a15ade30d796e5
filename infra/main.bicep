// The whole of IntroBot in Azure, in a resource group that holds nothing else. README.md beside it tells how to deploy it.
targetScope = 'subscription'

@description('The image of IntroBot, in a registry that gives it to anybody: it holds no secret.')
param image string

@description('The name of the resource group, and of what is in it as far as names there are free.')
@minLength(3)
@maxLength(16)
param name string = 'introbot'

param location string = deployment().location

@description('small sleeps when nobody is there; large is always there, twice, and keeps its data in three data centers.')
@allowed(['small', 'large'])
param size string = 'small'

@description('Whether Teams is served, by a bot that has a managed identity and no secret.')
param teams bool = true

@description('Who looks after the settings in Teams: directory ids or sign-in names, with commas between them.')
param teamsStewards string = ''

@description('The id of the Slack app, where workspaces install it themselves.')
param slackClientId string = ''

@description('Those settings of the program that are secret, by name.')
param secretSettings string[] = []

@description('The values of these settings.')
@secure()
param secretValues object = {}

@description('Where traces and metrics go by OTLP; nowhere when empty.')
param otlpEndpoint string = ''

var sizes = {
  small: { minReplicas: 0, maxReplicas: 2, cpu: '0.25', memory: '0.5Gi', redundancy: 'Standard_LRS', logDays: 30 }
  large: { minReplicas: 2, maxReplicas: 10, cpu: '1', memory: '2Gi', redundancy: 'Standard_ZRS', logDays: 90 }
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: name
  location: location
}

module identity 'identity.bicep' = {
  scope: group
  params: { name: name, location: location }
}

module storage 'storage.bicep' = {
  scope: group
  params: {
    location: location
    redundancy: sizes[size].redundancy
    principalId: identity.outputs.principalId
  }
}

module vault 'vault.bicep' = {
  scope: group
  params: {
    location: location
    principalId: identity.outputs.principalId
    settings: secretSettings
    values: secretValues
  }
}

module app 'app.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    image: image
    size: sizes[size]
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    tablesEndpoint: storage.outputs.tablesEndpoint
    vaultUri: vault.outputs.uri
    secretSettings: secretSettings
    slackClientId: slackClientId
    teams: teams
    teamsStewards: teamsStewards
    otlpEndpoint: otlpEndpoint
  }
}

module bot 'bot.bicep' = if (teams) {
  scope: group
  params: {
    name: name
    host: app.outputs.host
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
  }
}

@description('The https host of the program: for the manifests of Slack and Teams.')
output host string = app.outputs.host

@description('The application id of the bot: for the manifest of Teams.')
output teamsAppId string = teams ? identity.outputs.clientId : ''
