namespace IntroBot.Storage;

/// <summary>The limits of Azure Table Storage, kept by every backend so that what works on a laptop works in the cloud.</summary>
public static class TableLimits
{
}
