using System.Text.Json;
using System.Text.Json.Nodes;
using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Storage.Commits;
using IntroBot.Tests.Golden;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>Rows written before a property existed read as if it had its default.</summary>
public sealed class OlderRowsTests
{
    [Fact]
    public void An_offer_from_before_offers_had_a_channel_goes_by_message()
    {
        var stored = JsonNode.Parse(JsonSerializer.Serialize(
            GoldenPeople.Plain.Intro(IntroStage.Offered, OfferStatus.Open), StoredJson.Default.Intro))!;
        Assert.True(stored["Offers"]![0]!.AsObject().Remove("Channel"));

        var offer = JsonSerializer.Deserialize(stored.ToJsonString(), StoredJson.Default.Intro)!.Current!;

        Assert.Equal(("", false), (offer.Channel, offer.IsInChannel));
    }
}
