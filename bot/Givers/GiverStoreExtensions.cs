namespace IntroBot.Givers;

/// <summary>Questions to the store of givers about anybody, giver or not.</summary>
public static class GiverStoreExtensions
{
    /// <summary>The quiet hours and days off of a person: the usual ones for somebody without a profile that can be read.</summary>
    public static async Task<QuietTimes> QuietTimesOfAsync(this IGiverStore givers, PersonRef who, CancellationToken token)
    {
        try
        {
            return (await givers.FindAsync(who, token))?.Profile.Quiet ?? QuietTimes.Default;
        }
        catch (UnreadableStateException)
        {
            return QuietTimes.Default;
        }
    }
}
