namespace IntroBot.Tests.Stories;

/// <summary>A community for one test, with Ava in Berlin who asks.</summary>
public abstract class StoryTests : IAsyncLifetime
{
    private Community? community;

    private protected Community Community => community!;

    private protected Person Ava => Community.Person("Ava Stone", "Europe/Berlin");

    public async ValueTask InitializeAsync() => community = await Community.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Community.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Grace in Lagos knows about supply chains.</summary>
    private protected Task<Person> GraceAsync() => Community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");

    /// <summary>Several givers who all know about supply chains.</summary>
    private protected async Task<Person[]> GiversAsync(int count, string timeZone = "Europe/London")
    {
        var givers = new Person[count];
        for (var index = 0; index < count; index++)
        {
            givers[index] = await Community.GiverAsync($"Giver{(char)('A' + index)} Good", "supply chain", timeZone);
        }

        return givers;
    }

    /// <summary>The giver who holds the open offer of an intro.</summary>
    private protected async Task<Person> AskedNowAsync(IntroBot.Intros.Intro intro) => (await Community.NewestAsync(intro)).Current!.Giver;
}
