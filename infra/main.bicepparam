// A deployment takes what it needs from the environment of whoever deploys: secrets stand in no file and on no command line.
using 'main.bicep'

param image = readEnvironmentVariable('IntroBot__Image')
param name = readEnvironmentVariable('IntroBot__Name', 'introbot')
param size = readEnvironmentVariable('IntroBot__Size', 'small')
param teams = bool(readEnvironmentVariable('IntroBot__Teams', 'true'))
param teamsStewards = readEnvironmentVariable('Teams__Stewards', '')
param slackClientId = readEnvironmentVariable('Slack__ClientId', '')
param otlpEndpoint = readEnvironmentVariable('OTEL_EXPORTER_OTLP_ENDPOINT', '')

var secrets = {
  Slack__SigningSecret: readEnvironmentVariable('Slack__SigningSecret', '')
  Slack__BotToken: readEnvironmentVariable('Slack__BotToken', '')
  Slack__ClientSecret: readEnvironmentVariable('Slack__ClientSecret', '')
}
param secretSettings = map(filter(items(secrets), secret => !empty(secret.value)), secret => secret.key)
param secretValues = secrets
