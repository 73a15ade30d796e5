using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using IntroBot.Tests.Storage.Tables;

namespace IntroBot.Tests.Native;

/// <summary>Plays the store's contract in a native program, where no test runner goes.</summary>
internal static class Contract
{
    /// <summary>Plays every case against one store and writes a line for each; whether all kept it.</summary>
    public static async Task<bool> PlayAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(Func<T> make)
        where T : TableStoreContract
    {
        var kept = true;
        foreach (var method in typeof(T).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null))
        {
            var rows = method.GetCustomAttributes<InlineDataAttribute>().Select(row => row.Data).DefaultIfEmpty([]).ToArray();
            for (var row = 0; row < rows.Length; row++)
            {
                var trouble = await TroubleAsync(make(), method, rows[row]);
                var ending = trouble is null ? "" : $": {trouble.ToString().ReplaceLineEndings(" ")}";
                Console.WriteLine($"{(trouble is null ? "passed" : "failed")} {typeof(T).Name}.{method.Name}#{row}{ending}");
                kept &= trouble is null;
            }
        }

        return kept;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a case throws is why it failed.")]
    private static async Task<Exception?> TroubleAsync(TableStoreContract contract, MethodInfo method, object?[] data)
    {
        await contract.InitializeAsync();
        try
        {
            if (method.Invoke(contract, data) is Task playing) await playing;
            return null;
        }
        catch (Exception trouble)
        {
            return trouble;
        }
        finally
        {
            await contract.DisposeAsync();
        }
    }
}
