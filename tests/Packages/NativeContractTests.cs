using System.Reflection;
using IntroBot.Tests.Storage.Tables;

namespace IntroBot.Tests.Packages;

/// <summary>Every case of the store's contract, played on every store by a native program.</summary>
public sealed class NativeContractTests(NativeContract native) : IClassFixture<NativeContract>
{
    public static TheoryData<Type> Stores => [typeof(SqliteFileContract), typeof(SqliteMemoryContract), typeof(AzureTablesContract)];

    [Theory, MemberData(nameof(Stores))]
    public void A_store_keeps_its_whole_contract_in_a_native_program(Type store)
    {
        var lines = native.Lines.Where(line => line.Split(' ', '.')[1] == store.Name).ToArray();

        Assert.DoesNotContain(lines, line => !line.StartsWith("passed ", StringComparison.Ordinal));
        Assert.Equal(
            CasesOf(store).Select(each => $"passed {store.Name}.{each}").Order(StringComparer.Ordinal),
            lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_store_is_left_out() => Assert.Equal(
        Stores.Select(store => store.Data).OrderBy(store => store.Name, StringComparer.Ordinal),
        typeof(TableStoreContract).Assembly
            .GetTypes()
            .Where(type => type.BaseType == typeof(TableStoreContract))
            .OrderBy(store => store.Name, StringComparer.Ordinal));

    /// <summary>The cases as xUnit plays them: a method, and the number of its row of data.</summary>
    private static IEnumerable<string> CasesOf(Type store) =>
        from method in store.GetMethods()
        where method.GetCustomAttribute<FactAttribute>() is not null
        from row in Enumerable.Range(0, Math.Max(1, method.GetCustomAttributes<InlineDataAttribute>().Count()))
        select $"{method.Name}#{row}";
}
