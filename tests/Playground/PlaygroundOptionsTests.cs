using IntroBot.Playground;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace IntroBot.Tests.Playground;

public sealed class PlaygroundOptionsTests
{
    [Theory]
    [InlineData("Development", null, false, true)]
    [InlineData("Development", null, true, false)]
    [InlineData("Development", "true", true, true)]
    [InlineData("Development", "false", false, false)]
    [InlineData("Staging", null, false, false)]
    [InlineData("Staging", "true", false, true)]
    [InlineData("Production", null, false, false)]
    [InlineData("Production", "true", false, false)]
    public void The_playground_is_on_for_developers_and_never_in_production(string environment, string? enabled, bool platform, bool on) =>
        Assert.Equal(on, Options(enabled).IsOn(In(environment), platform));

    [Theory]
    [InlineData("Production", "true", true)]
    [InlineData("Production", "false", false)]
    [InlineData("Production", null, false)]
    [InlineData("Development", "true", false)]
    [InlineData("Development", "perhaps", true)]
    [InlineData("Development", " ", true)]
    [InlineData("Production", "", false)]
    public void A_wrong_setting_is_told_in_a_sentence_that_names_the_key(string environment, string? enabled, bool wrong)
    {
        var sentence = new PlaygroundOptionsValidator(In(environment)).ErrorIn(Options(enabled));

        Assert.Equal(wrong, sentence?.Contains("Playground:Enabled", StringComparison.Ordinal) is true);
    }

    private static PlaygroundOptions Options(string? enabled) =>
        new ServiceCollection().AddPlaygroundOptions(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(PlaygroundOptions.EnabledKey, enabled)]).Build());

    private static HostingEnvironment In(string environment) => new() { EnvironmentName = environment };
}
