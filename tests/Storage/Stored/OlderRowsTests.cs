using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Work;
using IntroBot.Tests.Golden;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>Rows that an older version wrote are read: a property that did not exist yet has its default.</summary>
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

    [Fact]
    public void A_giver_from_before_there_were_days_off_has_the_weekend_off()
    {
        var giver = StorySamples.Giver with { Profile = StorySamples.Giver.Profile with { Quiet = QuietTimes.Nights } };
        var stored = JsonNode.Parse(JsonSerializer.Serialize(giver, StoredJson.Default.Giver))!;
        Assert.True(stored["Profile"]!["Quiet"]!.AsObject().Remove("DaysOff"));

        var quiet = JsonSerializer.Deserialize(stored.ToJsonString(), StoredJson.Default.Giver)!.Profile.Quiet;

        Assert.Equal(QuietTimes.Default, quiet);
    }

    [Fact]
    public void An_outbox_row_from_before_each_kind_had_properties_of_its_own_says_the_same()
    {
        var kinds = new HashSet<string>();
        foreach (var former in File.ReadLines(Path.Combine(GoldenFile.Folder, "stored", "before", "outbox.row.jsonl")))
        {
            var record = Read(former);
            FormerOutbox.AssertIs(former, JsonSerializer.Serialize(record, StoredJson.Default.OutboxRecord));
            kinds.Add(record.What.GetType().Name);
        }

        Assert.Equal(typeof(OutgoingRecord).GetNestedTypes().Select(kind => kind.Name).Order(), kinds.Order());
    }

    [Fact]
    public void An_outbox_row_may_say_last_of_what_kind_it_is()
    {
        var stored = JsonNode.Parse(JsonSerializer.Serialize(StorySamples.Work, StoredJson.Default.OutboxRecord))!;
        var what = stored["What"]!.AsObject();
        Assert.True(what.Remove("Type", out var kind));
        what["Type"] = kind;

        Assert.Equal(StorySamples.Work.What.Id, Assert.IsType<OutgoingRecord.ChatWork>(Read(stored.ToJsonString()).What).Id);
    }

    [Fact]
    public void An_outbox_row_of_a_kind_that_only_a_newer_version_knows_is_refused_and_not_taken_for_another() =>
        Assert.Throws<JsonException>(() => Read("""{"What":{"Type":"Greeting","Id":"1","People":[]},"Attempt":1,"Order":1}"""));

    private static OutboxRecord Read(string stored) => JsonSerializer.Deserialize(stored, StoredJson.Default.OutboxRecord)!;
}
