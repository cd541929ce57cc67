// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/commandpalette.h"
#include "views/shell/contextentry.h"

#include <QHash>
#include <QMainWindow>

class QStackedWidget;

namespace views {

class Appearance;
class MessageBar;
class Rail;
class TopBar;

/// The frame: rail, one bar, the pages, the message bar over their foot, the command palette. It knows no page's
/// contents.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Appearance &appearance, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A page with an entry in the rail. The window takes it over.
    void addPage(const QString &id, const QString &iconName, const QString &title, QWidget *page);
    void addFootPage(const QString &id, const QString &iconName, const QString &title, QWidget *page);
    /// A page that is reached from another one; `under` is the entry that stays chosen meanwhile.
    void addInnerPage(const QString &id, const QString &under, QWidget *page);
    void removePage(const QString &id);
    void showPage(const QString &id);
    QString currentPage() const;
    QWidget *page(const QString &id) const;

    /// An action of the whole window with its shortcut; the palette offers it.
    QAction *addCommand(const PaletteEntry &entry);
    /// More entries for the palette, e.g. jobs by name; a chosen one comes back through entryChosen().
    void setPaletteSource(CommandPalette::Source source);

    Rail &rail() const { return *m_rail; }
    TopBar &topBar() const { return *m_bar; }
    MessageBar &messageBar() const { return *m_messages; }
    CommandPalette &palettePopup(); ///< made when it is asked for first
    void openPalette() { palettePopup().open(); }

    void toggleFullScreen();

signals:
    void pageShown(const QString &id);
    void entryChosen(const QString &id);
    void closing();
    /// The first picture is on the screen.
    void painted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void insertPage(const QString &id, const QString &under, QWidget *page);
    QList<PaletteEntry> paletteEntries() const;
    void chooseEntry(const QString &id);

    struct Page
    {
        QWidget *widget = nullptr;
        QString entry;
    };
    Appearance &m_appearance;
    Rail *m_rail = nullptr;
    TopBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    MessageBar *m_messages = nullptr;
    CommandPalette *m_palette = nullptr;
    bool m_painted = false;
    CommandPalette::Source m_source;
    QHash<QString, Page> m_pages;
    QList<std::pair<PaletteEntry, QAction *>> m_commands;
};

} // namespace views
