using IntroBot;
using IntroBot.Operations.Startup;

var builder = Settings.Read(MaintenanceCommand.SettingsIn(args));
builder.AddIntroBot();
var app = builder.Build();
var command = MaintenanceCommand.In(args);
return await app.RunOrExplainAsync(command, IntroBotSetup.MapIntroBot);
