// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/clusterroom.h"

#include <QWidget>

class QStandardItemModel;
class QTreeView;
class QVBoxLayout;

namespace views {

class Label;

/// What will be created: totals, pods with what the operator adds to them, consequences.
class PreviewPane : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPane(QWidget *parent = nullptr);

    void setPreview(const models::SpecPreview &preview);
    /// Where a text that names no namespace goes.
    void setNamespace(const QString &ns);
    void setRoom(const models::ClusterRoom &room);

private:
    void refresh();
    QString inNamespace(QString text) const;
    void fillPods();
    void fillRoom();
    void fillSentences();

    models::SpecPreview m_preview;
    QString m_namespace;
    models::ClusterRoom m_room;
    QList<models::RoomSentence> m_shownRoom;
    Label *m_total;
    QVBoxLayout *m_roomLines;
    QTreeView *m_pods;
    QStandardItemModel *m_model;
    QVBoxLayout *m_sentences;
};

} // namespace views
