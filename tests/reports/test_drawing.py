from planner.reports.drawing import Box, Drawing, Pen, Spot, line, polygon


def test_a_box_knows_its_edges_and_its_middle():
    box = Box(10, 20, 30, 40)
    assert (box.right, box.bottom, box.centre) == (40, 60, (25, 40))
    assert box.inset(5) == Box(15, 25, 20, 30)
    assert box.inset(5, 10) == Box(15, 30, 20, 20)


def test_columns_fill_the_box():
    columns = Box(0, 0, 100, 10).columns(3, 5)
    assert [column.x for column in columns] == [0, 35, 70]
    assert columns[-1].right == 100


def test_boxes_that_share_an_edge_do_not_overlap():
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 10, 10))


def test_containing_allows_for_slack():
    assert Box(0, 0, 10, 10).contains(Box(0, 0, 10, 10))
    assert not Box(0, 0, 10, 10).contains(Box(-1, 0, 10, 10))
    assert Box(0, 0, 10, 10).contains(Box(-1, 0, 11, 10), slack=1)


def test_of_spots_one_over_another_the_later_is_found():
    below, above = Spot("a", Box(0, 0, 10, 10), "甲"), Spot("b", Box(5, 5, 2, 2), "乙")
    drawing = Drawing("", 10, 10, (), (below, above))
    assert drawing.spot_at(6, 6) is above
    assert drawing.spot_at(1, 1) is below
    assert drawing.spot_at(11, 1) is None


def test_lines_and_polygons_are_paths():
    assert line((0, 0), (1, 1), Pen("text")).steps == (((1, 1),),)
    triangle = polygon([(0, 0), (1, 0), (0, 1)])
    assert triangle.closed
    assert (triangle.start, triangle.steps) == ((0, 0), (((1, 0),), ((0, 1),)))
