// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/watchsink.h"
#include "models/tables/resourcefeed.h"
#include "models/tables/rowstore.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace models {

/// How far a table's rows can be trusted: decides which of a view's five faces is shown.
enum class Freshness
{
    Idle, ///< nothing is followed
    Loading, ///< first list on its way, no rows yet
    Live,
    Stale, ///< rows are kept, connection lost
    Failed, ///< no rows, and it will not get better by itself
};

/// The rows of one or several feeds, sorted and filtered by itself (no proxy), changed in batches: one batch costs one
/// merge, a heartbeat that changes no cell costs nothing. Holds 50,000 rows easily. Lives in the GUI thread.
class ResourceTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        SortRole = Qt::UserRole, ///< double or QString, by SortKindRole
        SortKindRole, ///< int(SortKind) of the column
        ToneRole, ///< models::Tone
        ShapeRole, ///< models::StateShape
        RefRole, ///< k8s::ObjectRef of the row
        UidRole,
        LookRole, ///< int(ColumnLook) of the column
        WidthRole, ///< int, characters, of the column (headerData)
        CurveRole, ///< QList<float>: points of a sparkline, oldest first
        SpanTextRole, ///< int: how many empty cells to its left the text may cover (a Failed row's reason)
    };

    explicit ResourceTable(TableColumns columns, QObject *parent = nullptr);
    explicit ResourceTable(const KindDescriptor &kind, QObject *parent = nullptr);
    ~ResourceTable() override;

    /// Take rows from a feed; the table owns it from now on.
    void addFeed(std::unique_ptr<ResourceFeed> feed);
    /// Follow this kind's collection (for tables made of one descriptor). Replaces what was followed.
    void follow(k8s::ApiClient &client, const QString &ns, const QString &labelSelector = {},
                const QString &fieldSelector = {});
    /// Stop following and drop all feeds and rows. Must come before the client dies.
    void clear();
    void retry();
    const std::vector<std::unique_ptr<ResourceFeed>> &feeds() const { return m_feeds; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    /// Show only rows with every word of `text` in one of their cells, whatever the case.
    void setFilterText(const QString &text);
    QString filterText() const { return m_words.join(u' '); }
    /// Show only rows whose cell in `column` is one of `words`; an empty list shows all.
    void setWordFilter(int column, const QStringList &words);
    /// While held (pointer over the view) changed rows keep their place; released, they go where they belong.
    void setSortingHeld(bool held);

    /// Fill a cell of a column that no feed fills. No effect for unknown uids.
    void setCell(const QString &uid, int column, const Cell &cell);
    void apply(const QList<Row> &upserts, const QStringList &removedUids);

    int totalCount() const { return m_store.size(); } ///< without the filter
    /// How many rows (without the filter) have each word in a column: the counts of the chips.
    QHash<QString, int> wordCounts(int column) const;
    k8s::ObjectRef refAt(int row) const;
    const Row *rowAt(int row) const; ///< null if out of range; valid until the next change
    const Row *rowOfUid(const QString &uid) const;
    /// Every row, filter or not, in no order.
    void forEachRow(const std::function<void(const Row &)> &visit) const;
    int rowIndexOfUid(const QString &uid) const; ///< -1 if unknown or filtered out
    const TableColumns &columns() const { return m_columns; }

    Freshness freshness() const { return m_freshness; }
    const k8s::Error &error() const { return m_error; }
    QDateTime lastChange() const { return m_lastChange; } ///< local clock; when the rows last changed
    QDateTime staleSince() const { return m_staleSince; }

signals:
    void freshnessChanged();
    /// After every batch that changed something, filter or not.
    void changed();

protected:
    /// How one feed's trouble counts: by default a failure is a failure. JobTable takes a missing kind as "none of
    /// these".
    virtual bool isHarmless(const ResourceFeed &feed, const k8s::Error &error) const;

private:
    struct FeedState
    {
        k8s::WatchState state = k8s::WatchState::Listing;
        k8s::Error error;
        bool wasLive = false;
    };
    void feedStateChanged(const ResourceFeed *feed, k8s::WatchState state, const k8s::Error &error);
    void updateFreshness();
    bool isFilling() const; ///< a first list is still on its way
    bool accepts(int slot) const;
    bool lessThan(int left, int right) const;
    void sortSlots(QList<int> &order) const;
    void mergeIntoOrder(const QList<int> &added, const QList<int> &moved, const QList<int> &removed);
    void refilter(bool narrowing);
    QList<int> wanted() const;
    void show(const QList<int> &next);
    void hideRows(const QList<int> &keptOrder, const QList<bool> &stays);
    void showRows(const QList<int> &next);
    void permute(const QList<int> &order);
    void reindex();
    void announce(QList<int> changedSlots, int firstColumn, int lastColumn);

    TableColumns m_columns;
    QList<bool> m_foreign; ///< columns that no feed fills
    const KindDescriptor *m_kind = nullptr;
    std::vector<std::unique_ptr<ResourceFeed>> m_feeds;
    QHash<const ResourceFeed *, FeedState> m_feedStates;
    RowStore m_store;
    QList<int> m_sorted; ///< every slot, in order
    QList<int> m_shown; ///< slots on screen, in order
    QList<int> m_rowOfSlot; ///< -1: not shown
    QList<bool> m_passes; ///< by slot: the filter's verdict
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_held = false;
    bool m_sortWaits = false;
    QStringList m_words;
    int m_wordColumn = -1;
    QSet<QString> m_wantedWords;
    Freshness m_freshness = Freshness::Idle;
    k8s::Error m_error;
    QDateTime m_lastChange;
    QDateTime m_staleSince;
};

/// Order of texts as people expect it: whatever the case, runs of digits by their value ("worker-2" before
/// "worker-10").
int naturalCompare(QStringView left, QStringView right);
/// A text whose plain order (QString::compare) is the natural order of `text`.
QString naturalKey(QStringView text);

} // namespace models
